import {Box, Text} from 'ink';
import {closeField, fieldWords, submitField} from '../actions/field-actions.js';
import type {ScreenModel} from '../screen-model.js';
import type {ScreenState} from '../state/screen-state.js';
import {OneLineField} from './one-line-field.js';

export type FieldProps = {
	readonly model: ScreenModel;
	readonly field: NonNullable<ScreenState['field']>;
};

/** The one-line field that is open in place of the status line: search, filter, go to. */
export function Field({model, field}: FieldProps) {
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
			/>
		</Box>
	);
}
