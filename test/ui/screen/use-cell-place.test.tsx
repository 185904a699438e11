import assert from 'node:assert/strict';
import {it} from 'node:test';
import {Box, type DOMElement, Text} from 'ink';
import {render} from 'ink-testing-library';
import {useRef} from 'react';
import {type CellPlace, useCellPlace} from '../../../source/ui/screen/use-cell-place.js';
import {eventually} from '../../helpers/eventually.js';

type Places = Array<CellPlace | null>;

/** A box below some rows and beside a column, which notes its place in each render. */
function Placed({
	rows,
	column,
	places,
}: {
	readonly rows: number;
	readonly column: string;
	readonly places: Places;
}) {
	const box = useRef<DOMElement>(null);
	places.push(useCellPlace(box));
	return (
		<Box flexDirection="column">
			<Box height={rows} />
			<Box>
				<Text>{column}</Text>
				<Box ref={box} width={7}>
					<Text>here</Text>
				</Box>
			</Box>
		</Box>
	);
}

it('useCellPlace returns a box’s place from the second render on, and follows it', async t => {
	const places: Places = [];
	const {rerender, unmount} = render(<Placed rows={2} column="ab" places={places} />);
	t.after(unmount);
	assert.equal(places[0], null);
	await eventually(() => places.at(-1), {x: 2, y: 2, width: 7});

	rerender(<Placed rows={5} column="日本" places={places} />);
	await eventually(() => places.at(-1), {x: 4, y: 5, width: 7});
});

it('useCellPlace returns the same place while nothing has moved, so that rendering stops', async t => {
	const places: Places = [];
	const element = () => <Placed rows={1} column="ab" places={places} />;
	const {rerender, unmount} = render(element());
	t.after(unmount);
	await eventually(() => places.at(-1), {x: 2, y: 1, width: 7});
	const before = places.length;
	rerender(element());
	await eventually(() => places.length > before, true);
	for (let turn = 0; turn < 50; turn++) {
		await new Promise(setImmediate);
	}

	// React may render once more before it sees that the state is the same.
	assert.ok(places.length <= before + 2, `${places.length - before} renders`);
	assert.equal(new Set(places.slice(before - 1)).size, 1);
});
