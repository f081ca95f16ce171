export { profileCss } from './profile-css';
export { ProfilePage } from './profile-page';
export { templates } from './templates';
