/** Import first: formatters keep the time zone that they were made in. */
process.env['TZ'] = 'America/New_York';
