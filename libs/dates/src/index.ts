export { dateAdvice, type DateAdvice } from './date-advice.js';
export { dayBounds, type DayBounds } from './day-bounds.js';
export { isDay } from './day.js';
export { dayInWords } from './day-in-words.js';
export { isEdtfDate } from './edtf-date.js';
export { dateOrders, readDate, type DateOrder, type DateReading } from './read-date.js';
export { dateDoubts, doubtOf, EARLIEST_YEAR, latestToday, type DateDoubt } from './plausible.js';
