/** Fields that the server sorts by, however many visits there are. */
export const sortFields = ['Visited_Time', 'Time_Spent_Minutes'] as const;

/** Which order a list of visits has. */
export interface Sort {
  by: (typeof sortFields)[number];
  order: 'asc' | 'desc';
}

/** The order that visits have by themselves. */
export const newestFirst: Sort = { by: 'Visited_Time', order: 'desc' };

export const isSameSort = (one: Sort, other: Sort): boolean =>
  one.by === other.by && one.order === other.order;
