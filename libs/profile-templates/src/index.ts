export { profileCss } from './profile-css';
export { ProfilePage } from './profile-page';
export { templateIdOf, templates } from './templates';
