export const attentionPath = '/v1/attention';

/** The parts of the queue from which somebody's work is made. `me` is whoever asks. */
export const workPaths = {
  unread: '/v1/cases?unread=true',
  late: '/v1/cases?overdue=true',
  mine: '/v1/cases?assignee=me',
} as const;
