import {invalidRequest} from './api-error.js';
import {type DemoExchange, sendError, sendJson} from './demo-exchange.js';
import {type DemoModel, demoModels} from './demo-models.js';
import {undated} from './known-models.js';

/** Answers `GET /v1/models`, page by page: `limit`, `after_id` and `before_id` work as on the API. */
export function respondModels(exchange: DemoExchange): void {
	const query = exchange.url.searchParams;
	const limit = Number(query.get('limit') ?? 20);
	if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
		sendError(exchange, invalidRequest('limit: Input should be an integer from 1 to 1000'));
		return;
	}

	const {page, hasMore} = cutPage(limit, query.get('after_id'), query.get('before_id'));
	const body = {
		data: page,
		has_more: hasMore,
		first_id: page[0]?.id ?? null,
		last_id: page.at(-1)?.id ?? null,
	};
	sendJson(exchange, {status: 200, body: JSON.stringify(body)});
}

/** Answers `GET /v1/models/:id`. An alias without its date finds the model. */
export function respondModel(exchange: DemoExchange): void {
	const id = exchange.url.pathname.split('/').at(-1) ?? '';
	const found = demoModels.find(model => model.id === id || undated(model.id) === id);
	if (found) {
		sendJson(exchange, {status: 200, body: JSON.stringify(found)});
	} else {
		sendError(exchange, {status: 404, type: 'not_found_error', message: `model: ${id}`});
	}
}

type ModelPage = {readonly page: readonly DemoModel[]; readonly hasMore: boolean};

function cutPage(limit: number, afterId: string | null, beforeId: string | null): ModelPage {
	const indexOf = (id: string) => demoModels.findIndex(model => model.id === id);
	if (beforeId !== null) {
		const end = Math.max(0, indexOf(beforeId));
		return {page: demoModels.slice(Math.max(0, end - limit), end), hasMore: end > limit};
	}

	const start = afterId === null ? 0 : indexOf(afterId) + 1;
	return {page: demoModels.slice(start, start + limit), hasMore: start + limit < demoModels.length};
}
