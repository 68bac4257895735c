namespace Graph.Terminal;

/// <summary>What was cut last; cuts in a row grow together, as they do in other line editors.</summary>
internal sealed class KillRing
{
    private bool isOpen;

    public string Text { get; private set; } = "";

    /// <param name="isBackwards">The text stood before the cursor, so it comes before what was cut just now.</param>
    public void Add(string text, bool isBackwards)
    {
        if (text.Length == 0)
            return;

        Text = !isOpen ? text : isBackwards ? text + Text : Text + text;
        isOpen = true;
    }

    /// <summary>Another key came between: the next cut starts anew.</summary>
    public void Close() => isOpen = false;
}
