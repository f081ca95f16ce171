export { limit } from './limit';
