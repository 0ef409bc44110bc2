/** Scalars of the Selling API with the patterns of its service model. */
import { oneOf, text, whole } from './shape.ts';

export const catalog = text({ pattern: whole('[a-zA-Z]+') });
export const clientToken = text({ pattern: whole('.{1,255}') });
export const opportunityId = text({ pattern: whole('O[0-9]{1,19}') });
export const solutionId = text({ pattern: whole('S-[0-9]{1,19}') });
export const engagementId = text({ pattern: whole('eng-[0-9a-z]{14}') });
export const engagementArnOrId = text({ pattern: whole('(arn:.*|eng-[0-9a-z]{14})') });
export const invitationArnOrId = text({ pattern: whole('(?=.{1,255}$)(arn:.*|engi-[0-9a-z]{13})') });
export const taskArnOrId = text({ pattern: whole('(arn:.*|task-[0-9a-z]{13})') });
export const prospectingTaskId = text({ pattern: whole('task-[0-9a-z]{14}') });
export const jobId = text({ pattern: whole('job-[0-9a-z]{13}') });
export const templateName = text({ pattern: whole('[a-zA-Z0-9]{3,80}') });
export const contextNumber = text({ pattern: whole('[1-9][0-9]*') });
/** The update of a context also takes the ids that prospecting gives. */
export const contextId = text({ pattern: whole('([1-9][0-9]{0,2}|ctx-[0-9a-z]{14})') });
export const awsAccount = text({ pattern: whole('([0-9]{12}|\\w{1,12})') });
export const date = text({ pattern: whole('[1-9][0-9]{3}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])') });
export const amount = text({ pattern: whole('((0|([1-9][0-9]{0,30}))(\\.[0-9]{0,2})?)?') });
export const monetaryAmount = text({ pattern: whole('(0|([1-9][0-9]{0,30}))(\\.[0-9]{0,2})?') });
export const duns = text({ pattern: whole('[0-9]{9}') });
export const phone = text({ pattern: whole('\\+[1-9]\\d{1,14}') });
export const email = text({
  pattern: whole(
    "(?=.{0,80}$)[a-z0-9!#$%&'*+/=?^_`{|}~\\-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~\\-]+)*@(?:[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?",
  ),
});
export const senderEmail = text({
  pattern: whole("(?=.{1,80}$)[a-zA-Z0-9.!#$%&'*+/=?^_{|}~\\-]+@[a-zA-Z0-9\\-]+(?:.[a-zA-Z0-9\\-]+)*"),
});
export const companyUrl = text({
  pattern: whole('(?=.{4,255}$)((http|https)://)??(www[.])??([a-zA-Z0-9]|-)+?([.][a-zA-Z0-9(\\-|/|=|?)??]+?)+?'),
});
export const estimationUrl = text({
  pattern: whole('https://(calculator\\.aws|pricing\\.calculator\\.aws\\.eu)/#/estimate\\?id=[a-f0-9]{32,64}'),
});
export const rejectionReason = text({ pattern: whole('[\\u0020-\\u007E\\u00A0-\\uD7FF\\uE000-\\uFFFD]{1,80}') });
export const roleIdentifier = text({
  pattern: whole('(?=.{0,2048}$)(arn:aws:iam::\\d{12}:role/([\\-+=,.@_a-zA-Z0-9]+/)*)?[\\-+=,.@_a-zA-Z0-9]{1,64}'),
});
export const tagKey = text({ pattern: whole('(?=.{1,128}$)([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)') });
export const tagValue = text({ pattern: whole('(?=.{0,256}$)([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)') });
export const taggableArn = text({
  pattern: whole(
    '(?=.{1,1000}$)arn:[\\w+=/,.@\\-]+:partnercentral:[\\w+=/,.@\\-]*:[0-9]{12}:catalog/([a-zA-Z]+)/[\\w+=,.@\\-]+(/[\\w+=,.@\\-]+)*',
  ),
});
export const nextToken = text({ min: 1, max: 2048 });
export const sortOrder = oneOf(['ASCENDING', 'DESCENDING']);

/** Text of 1 to so many characters. */
export const upTo = (max: number, min = 0) => text({ min, max });
