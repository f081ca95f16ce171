export { client } from './client';
