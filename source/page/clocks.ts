import {exchangeIn, type TraceView} from '../trace/fold-trace.js';
import {lastItem} from '../trace/persistent-list.js';
import {stringAt} from '../wire/json.js';
import {clockRows} from './clock-rows.js';
import {findElement} from './find-element.js';
import {make} from './make.js';

/** Shows the clocks of the exchange at the playhead. `whole` is the view of the whole trace. */
export function showClocks(view: TraceView, whole: TraceView, hasTimes: boolean): void {
	const exchange = lastItem(view.exchanges);
	const table = make('table', 'clocks');
	if (exchange !== undefined) {
		const end = exchangeIn(whole, exchange.exchange) ?? exchange;
		for (const [name, value] of clockRows(exchange, end, hasTimes)) {
			const row = table.appendChild(make('tr'));
			row.append(make('th', '', name), make('td', '', value));
		}
	}

	findElement('clocks', HTMLElement).replaceChildren(table);
	findElement('clocks-of', HTMLElement).textContent =
		exchange === undefined
			? ''
			: `Exchange ${exchange.exchange} ${stringAt(exchange.message?.fields, 'model')}`;
}
