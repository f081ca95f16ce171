/** The heavy work of this module, for the worker processes; it imports neither Nest nor the database. */
export { drawCardTask } from './public-page/card-task';
export { renderPageTask } from './public-page/page-html';
