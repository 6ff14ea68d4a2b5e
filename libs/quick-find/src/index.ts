/** The one door of quick-find: finding again what one knows to be there. */
export { QuickFind, type Findable, type Found, type Stretch } from './quick-find.js';
