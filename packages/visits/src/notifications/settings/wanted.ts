import type { VisitorNotice } from '@crm-elements/contract';
import { isInGroup } from '../../online/groups/visitor-groups.js';
import type { NoticeSettings } from './settings-store.js';

/** Without those of the groups that the reader has switched off. */
export const wanted = (
  notices: readonly VisitorNotice[],
  { off }: Pick<NoticeSettings, 'off'>,
): readonly VisitorNotice[] =>
  off.length === 0
    ? notices
    : notices.filter(({ visitor }) => !off.some((group) => isInGroup(visitor, group)));
