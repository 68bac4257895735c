namespace Graph.Terminal;

/// <summary>Ctrl-R: the newest entry that contains what is typed; Ctrl-R again goes to older ones, Ctrl-S to newer ones.</summary>
internal sealed class ReverseSearch(History history)
{
    private int index = history.Entries.Count;

    public string Sought { get; private set; } = "";

    public bool HasFailed { get; private set; }

    /// <summary>The entry found so far, with the cursor where the sought text stands in it; null as long as there is none.</summary>
    public EditState? Match
    {
        get
        {
            if (index >= history.Entries.Count)
                return null;

            var entry = history.Entries[index];
            return new EditState(entry, Math.Max(0, entry.IndexOf(Sought, StringComparison.OrdinalIgnoreCase)));
        }
    }

    public void Type(string text) => Find(Sought + text, Math.Min(index, history.Entries.Count - 1));

    public void Erase()
    {
        if (Sought.Length > 0)
            Find(Sought[..Motion.PreviousElement(EditState.AtEnd(Sought))], history.Entries.Count - 1);
    }

    public void Older() => Find(Sought, Math.Min(index, history.Entries.Count) - 1);

    public void Newer()
    {
        for (var newer = index + 1; newer < history.Entries.Count; newer++)
        {
            if (history.Search(Sought, newer) != newer)
                continue;

            index = newer;
            HasFailed = false;
            return;
        }

        HasFailed = true;
    }

    private void Find(string sought, int from)
    {
        Sought = sought;
        if (sought.Length == 0)
        {
            index = history.Entries.Count;
            HasFailed = false;
            return;
        }

        var found = history.Search(sought, from);
        HasFailed = found < 0;
        if (found >= 0)
            index = found;
    }
}
