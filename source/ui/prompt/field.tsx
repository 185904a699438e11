import {Box, Text} from 'ink';
import type {Theme} from '../../text/theme.js';
import {fieldWords} from '../events/field-reducer.js';
import type {ScreenState} from '../screen/screen-state.js';
import type {ScreenStore} from '../screen/screen-store.js';
import type {KeyPress} from './key-press.js';
import {OneLineField} from './one-line-field.js';

export type FieldProps = {
	readonly store: Pick<ScreenStore, 'dispatch'>;
	readonly field: NonNullable<ScreenState['field']>;
	readonly theme: Theme;
	/** False where no times are known, so that none is asked for. */
	readonly hasTimes: boolean;
	/** Receives the keys that came after the one that closed the field. */
	readonly onRest?: ((rest: readonly KeyPress[]) => void) | undefined;
};

/** The one-line field that replaces the status line: search, filter, go to. */
export function Field({store, field, theme, hasTimes, onRest}: FieldProps) {
	const {title, placeholder, untimed = placeholder} = fieldWords[field.kind];
	return (
		<Box>
			<Text>{theme.style(` ${title}: `, 'accent')}</Text>
			<OneLineField
				value={field.value}
				placeholder={hasTimes ? placeholder : untimed}
				isActive
				onChange={value => store.dispatch({name: 'changeField', value})}
				onSubmit={value => store.dispatch({name: 'submitField', value})}
				onCancel={() => store.dispatch({name: 'closeField'})}
				onRest={onRest}
			/>
		</Box>
	);
}
