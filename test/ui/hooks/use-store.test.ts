import assert from 'node:assert/strict';
import {it} from 'node:test';
import {useStore} from '../../../source/ui/hooks/use-store.js';
import {createStore} from '../../../source/ui/screen/store.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';

it('useStore renders with the newest state, and does not render when the state is unchanged', async t => {
	const store = createStore({count: 1});
	const {values} = await renderHook(t, () => useStore(store).count, undefined);
	store.update(({count}) => ({count: count + 1}));
	store.update(state => state);
	store.update(({count}) => ({count: count + 1}));
	await eventually(() => values.at(-1), 3);
	assert.equal(values[0], 1);
	assert.equal(values.filter(count => count === 3).length, 1);
});

it('useStore listens to the store that it is given now, and to none when it is gone', async t => {
	const [first, second] = [createStore('first'), createStore('second')];
	const screen = await renderHook(t, useStore<string>, first);
	screen.render(second);
	await eventually(() => screen.values.at(-1), 'second');
	second.update(() => 'changed');
	await eventually(() => screen.values.at(-1), 'changed');

	const renders = screen.values.length;
	first.update(() => 'unheard');
	screen.unmount();
	second.update(() => 'unheard');
	await new Promise(setImmediate);
	assert.equal(screen.values.length, renders);
});
