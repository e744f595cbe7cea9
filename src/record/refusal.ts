/** Why something cannot be edited as asked; its message is for the editor. */
export class Refusal extends Error {}
