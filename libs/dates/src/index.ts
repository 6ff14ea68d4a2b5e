export { dayBounds, type DayBounds } from './day-bounds.js';
export { isDay } from './day.js';
export { isEdtfDate } from './edtf-date.js';
