import type { MomentTexts } from '../../../domain/time/say-moment.ts';

/** How instants are said. Each brings its preposition, so the sentences bring none. */
export const momentTexts: MomentTexts = {
  said: {
    by: { sq: 'deri {moment}', en: 'by {moment}' },
    notBefore: { sq: 'deri {moment}', en: 'before {moment}' },
    at: { sq: '{moment}', en: 'at {moment}' },
  },
  yesterday: { sq: 'dje në orën {time}', en: '{time} yesterday' },
  today: { sq: 'sot në orën {time}', en: '{time} today' },
  tomorrow: { sq: 'nesër në orën {time}', en: '{time} tomorrow' },
  later: { sq: '{weekday} në orën {time}', en: '{time} on {weekday}' },
  distant: { sq: 'më {day} {month} {year}, në orën {time}', en: '{time} on {day} {month} {year}' },
  weekdays: [
    { sq: 'të dielën', en: 'Sunday' },
    { sq: 'të hënën', en: 'Monday' },
    { sq: 'të martën', en: 'Tuesday' },
    { sq: 'të mërkurën', en: 'Wednesday' },
    { sq: 'të enjten', en: 'Thursday' },
    { sq: 'të premten', en: 'Friday' },
    { sq: 'të shtunën', en: 'Saturday' },
  ],
  months: [
    { sq: 'janar', en: 'January' },
    { sq: 'shkurt', en: 'February' },
    { sq: 'mars', en: 'March' },
    { sq: 'prill', en: 'April' },
    { sq: 'maj', en: 'May' },
    { sq: 'qershor', en: 'June' },
    { sq: 'korrik', en: 'July' },
    { sq: 'gusht', en: 'August' },
    { sq: 'shtator', en: 'September' },
    { sq: 'tetor', en: 'October' },
    { sq: 'nëntor', en: 'November' },
    { sq: 'dhjetor', en: 'December' },
  ],
  lengths: {
    by: {
      said: { sq: 'brenda {length}', en: 'within {length}' },
      hour: { sq: 'një ore', en: 'one hour' },
      hours: { sq: '{n} orësh', en: '{n} hours' },
      minute: { sq: 'një minute', en: 'one minute' },
      minutes: { sq: '{n} minutash', en: '{n} minutes' },
      both: { sq: '{hours} e {minutes}', en: '{hours} and {minutes}' },
    },
    notBefore: {
      said: { sq: 'edhe për {length}', en: 'for {length} more' },
      hour: { sq: 'një orë', en: 'one hour' },
      hours: { sq: '{n} orë', en: '{n} hours' },
      minute: { sq: 'një minutë', en: 'one minute' },
      minutes: { sq: '{n} minuta', en: '{n} minutes' },
      both: { sq: '{hours} e {minutes}', en: '{hours} and {minutes}' },
    },
  },
};
