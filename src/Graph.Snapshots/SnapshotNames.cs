namespace Graph.Snapshots;

/// <summary>Which names of snapshots, <c>Outer.Inner.Method_variant</c> without an ending, can be those of tests in some sources.</summary>
/// <param name="files">The names of the sources, without an ending: a snapshot that no test framework names is called after its file.</param>
/// <param name="texts">What stands in the sources.</param>
internal sealed class SnapshotNames(IReadOnlyList<string> files, IReadOnlyList<string> texts)
{
    public bool HasTest(string name)
    {
        var ofFile = files.FirstOrDefault(file => name.StartsWith($"{file}.", StringComparison.Ordinal));
        var parts = (ofFile is null ? name : name[(ofFile.Length + 1)..]).Split('.');
        var classes = parts.TakeWhile(IsWord).Count();

        // A variant may have full stops of its own; what goes before it is the method.
        return (ofFile is not null || classes > 0)
            && (classes == parts.Length ? ofFile is not null || classes > 1 : HasMethod(parts[classes]));
    }

    /// <summary>The beginning before an underline and a variant is a method.</summary>
    private bool HasMethod(string name)
    {
        for (var end = name.LastIndexOf('_'); end > 0; end = name.LastIndexOf('_', end - 1))
        {
            if (IsWord(name[..end]))
                return true;
        }

        return false;
    }

    private bool IsWord(string word) => word.Length > 0 && texts.Any(text => HasWord(text, word));

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!IsWordSign(text, at - 1) && !IsWordSign(text, at + word.Length))
                return true;
        }

        return false;
    }

    private static bool IsWordSign(string text, int index) =>
        index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '_');
}
