export { variable } from './variable';
