export { isEdtfDate } from './edtf-date.js';
