namespace Graph.Terminal;

/// <summary>Earlier states of the text; typing without a pause of another kind is undone as one.</summary>
internal sealed class UndoStack
{
    private readonly Stack<EditState> states = new();
    private bool isTyping;

    public void Clear()
    {
        states.Clear();
        isTyping = false;
    }

    public void Record(EditState before, EditState after, bool isTyping)
    {
        var continues = this.isTyping && isTyping;
        this.isTyping = isTyping;
        if (before.Text != after.Text && !continues)
            states.Push(before);
    }

    public EditState Undo(EditState current)
    {
        isTyping = false;
        return states.TryPop(out var state) ? state : current;
    }
}
