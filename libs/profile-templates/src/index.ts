export { profileCss, type Design } from './profile-css';
export { ProfilePage } from './profile-page';
export { type Template, templates } from './templates';
export type { Photo, ProfileLinks, ProfilePageProps } from './view';
