export { isDay } from './day.js';
export { isEdtfDate } from './edtf-date.js';
