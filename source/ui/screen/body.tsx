import {Box} from 'ink';
import {History} from '../conversation/history.js';
import {EventLog} from '../events/event-log.js';
import {PresentedEvent} from '../events/presented-event.js';
import {Help} from '../help/help.js';
import {Inspector} from '../inspector/inspector.js';
import type {Size} from './layout.js';
import type {ScreenModel} from './screen-model.js';

export type BodyProps = {
	readonly model: ScreenModel;
	readonly welcome: readonly string[];
	readonly size: Size;
};

/** What stands between the header and the prompt: the panes, or what is open over them. */
export function Body({model, welcome, size}: BodyProps) {
	const {overlay, isPresenting} = model.state;
	if (overlay === 'help') {
		return <Help model={model} width={size.width} height={size.height} />;
	}

	const {layout} = model;
	const isStacked = layout.kind === 'presenting' && layout.isStacked;
	return (
		<Box flexDirection={isStacked ? 'column' : 'row'}>
			<History model={model} welcome={welcome} />
			{isPresenting ? (
				<PresentedEvent model={model} />
			) : (
				<Box flexDirection="column">
					<EventLog model={model} />
					<Inspector model={model} />
				</Box>
			)}
		</Box>
	);
}
