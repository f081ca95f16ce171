/** The heavy work of this module, for the worker processes; it imports neither Nest nor the database. */
export { encodePhoto } from './files/photo/encode-photo';
export { convertResume } from './import-export/convert-resume';
export { writeFormat } from './import-export/formats/formats';
