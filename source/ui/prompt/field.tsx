import {Box, Text} from 'ink';
import {closeField, fieldWords, submitField} from '../events/field-actions.js';
import type {ScreenModel} from '../screen/screen-model.js';
import type {ScreenState} from '../screen/screen-state.js';
import type {KeyPress} from './key-press.js';
import {OneLineField} from './one-line-field.js';

export type FieldProps = {
	readonly model: ScreenModel;
	readonly field: NonNullable<ScreenState['field']>;
	/** Gets the keys that came after the one that closed it. */
	readonly onRest?: ((rest: readonly KeyPress[]) => void) | undefined;
};

/** The one-line field that is open in place of the status line: search, filter, go to. */
export function Field({model, field, onRest}: FieldProps) {
	const {title, placeholder} = fieldWords[field.kind];
	return (
		<Box>
			<Text>{model.theme.style(` ${title}: `, 'accent')}</Text>
			<OneLineField
				value={field.value}
				placeholder={placeholder}
				isActive
				onChange={value => model.store.update(state => ({...state, field: {...field, value}}))}
				onSubmit={value => submitField(model, value)}
				onCancel={() => closeField(model)}
				onRest={onRest}
			/>
		</Box>
	);
}
