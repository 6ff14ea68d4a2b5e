export { ActorGuard, MEMBER_HEADER, Open } from './actor.guard.js';
export { DescribeRoute, type RouteDescription } from './describe-route.js';
export { day, instant } from './dates.js';
export { IfMatchMissing, InvalidRequest } from './errors.js';
export { fileNameIn } from './file-name.js';
export { leaveUnread } from './leave-unread.js';
export { id, pageOf, pageQuery } from './page.js';
export { unstorableText } from './unstorable-text.js';
export { CurrentActor, Idempotency, IfMatch } from './parameters.js';
