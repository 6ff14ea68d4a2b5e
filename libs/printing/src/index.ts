/** The one door of printing: Arabic where nothing shapes it, on paper and in terminals. */
export { asSeen, inSeenOrder } from './seen.js';
export { printForm } from './print-form.js';
export type { PrintedField, PrintedForm, PrintedSection } from './printed-form.js';
