/** The local time of day of milliseconds since 1970: `12:03:10`, and with `hasFractions` `12:03:10.045`. */
export function formatTimeOfDay(time: number, hasFractions = false): string {
	const date = new Date(time);
	if (Number.isNaN(date.getTime())) {
		return '–';
	}

	const two = (value: number) => String(value).padStart(2, '0');
	const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
	return hasFractions ? `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}` : clock;
}
