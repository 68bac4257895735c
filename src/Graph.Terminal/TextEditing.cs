namespace Graph.Terminal;

/// <summary>The keys that move the cursor and change the text, as readline and its kin have them.</summary>
internal sealed class TextEditing
{
    private readonly KillRing killRing = new();

    /// <summary>The state after a key, or null for a key that means nothing here.</summary>
    public EditState? Apply(EditState state, KeyPress key)
    {
        var (next, isKill) = key switch
        {
            { Kind: KeyKind.Text } => (state.Insert(key.Text), false),
            { IsAlt: true, Key: ConsoleKey.Backspace } => Kill(state, Motion.PreviousWord(state)),
            { IsAlt: true } => ApplyAlt(state, key),
            { IsControl: true, Character: not '\0', Key: not (ConsoleKey.Backspace or ConsoleKey.Enter) } => ApplyControl(state, key),
            _ => ApplyNamed(state, key),
        };
        if (!isKill)
            killRing.Close();
        return next;
    }

    private (EditState? Next, bool IsKill) ApplyNamed(EditState state, KeyPress key) => key switch
    {
        { Key: ConsoleKey.LeftArrow, IsControl: true } => Move(state, Motion.PreviousWord(state)),
        { Key: ConsoleKey.RightArrow, IsControl: true } => Move(state, Motion.NextWord(state)),
        { Key: ConsoleKey.LeftArrow } => Move(state, Motion.PreviousElement(state)),
        { Key: ConsoleKey.RightArrow } => Move(state, Motion.NextElement(state)),
        { Key: ConsoleKey.Home, IsControl: true } => Move(state, 0),
        { Key: ConsoleKey.End, IsControl: true } => Move(state, state.Text.Length),
        { Key: ConsoleKey.Home } => Move(state, Motion.LineStart(state)),
        { Key: ConsoleKey.End } => Move(state, Motion.LineEnd(state)),
        { Key: ConsoleKey.UpArrow } => Move(state, Motion.LineUp(state)),
        { Key: ConsoleKey.DownArrow } => Move(state, Motion.LineDown(state)),
        { Key: ConsoleKey.Backspace, IsControl: true } => Kill(state, Motion.PreviousWord(state)),
        { Key: ConsoleKey.Backspace } => (state.DeleteTo(Motion.PreviousElement(state)), false),
        { Key: ConsoleKey.Delete, IsControl: true } => Kill(state, Motion.NextWord(state)),
        { Key: ConsoleKey.Delete } => (state.DeleteTo(Motion.NextElement(state)), false),
        { Key: ConsoleKey.Enter } => (state.Insert("\n"), false),
        _ => (null, false),
    };

    private (EditState? Next, bool IsKill) ApplyControl(EditState state, KeyPress key) => key.Character switch
    {
        'a' => Move(state, Motion.LineStart(state)),
        'e' => Move(state, Motion.LineEnd(state)),
        'b' => Move(state, Motion.PreviousElement(state)),
        'f' => Move(state, Motion.NextElement(state)),
        'd' => (state.DeleteTo(Motion.NextElement(state)), false),
        'h' => (state.DeleteTo(Motion.PreviousElement(state)), false),
        'j' => (state.Insert("\n"), false),
        'k' => Kill(state, state.Cursor == Motion.LineEnd(state) ? Motion.NextElement(state) : Motion.LineEnd(state)),
        'u' => Kill(state, state.Cursor == Motion.LineStart(state) ? Motion.PreviousElement(state) : Motion.LineStart(state)),
        'w' => Kill(state, Motion.PreviousBlank(state)),
        'y' => (state.Insert(killRing.Text), false),
        't' => (Transpose(state), false),
        _ => (null, false),
    };

    private (EditState? Next, bool IsKill) ApplyAlt(EditState state, KeyPress key) => key switch
    {
        { Key: ConsoleKey.Enter } => (state.Insert("\n"), false),
        { Key: ConsoleKey.LeftArrow } or { Character: 'b' } => Move(state, Motion.PreviousWord(state)),
        { Key: ConsoleKey.RightArrow } or { Character: 'f' } => Move(state, Motion.NextWord(state)),
        { Key: ConsoleKey.Delete } or { Character: 'd' } => Kill(state, Motion.NextWord(state)),
        { Character: '<' } => Move(state, 0),
        { Character: '>' } => Move(state, state.Text.Length),
        _ => (null, false),
    };

    private static (EditState? Next, bool IsKill) Move(EditState state, int cursor) => (state.MoveTo(cursor), false);

    private (EditState? Next, bool IsKill) Kill(EditState state, int other)
    {
        killRing.Add(state.TextTo(other), isBackwards: other < state.Cursor);
        return (state.DeleteTo(other), true);
    }

    /// <summary>Swaps the elements around the cursor and steps on; at the end of a line, the two before it.</summary>
    private static EditState Transpose(EditState state)
    {
        var right = state.Cursor == Motion.LineEnd(state) ? state.MoveTo(Motion.PreviousElement(state)) : state;
        var left = right.MoveTo(Motion.PreviousElement(right));
        if (left.Cursor == right.Cursor || left.Cursor < Motion.LineStart(state))
            return state;

        var end = Motion.NextElement(right);
        return state.Replace(left.Cursor, end, right.TextTo(end) + left.TextTo(right.Cursor));
    }
}
