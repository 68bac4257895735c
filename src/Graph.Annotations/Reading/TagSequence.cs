namespace Graph.Annotations;

/// <summary>A run of tokens with one type, both ends included.</summary>
internal readonly record struct TaggedRun(int First, int Last, string Type);

/// <summary>
/// Reads runs from tags in any of the I/B notations (IOB1, IOB2, I only, BIOES, BILOU, BMES). As conlleval has it, an inside tag that
/// continues nothing of its type begins a run.
/// </summary>
internal sealed class TagSequence
{
    private readonly List<TaggedRun> runs = [];
    private int first = -1;
    private int last = -1;
    private string type = "";

    public IReadOnlyList<TaggedRun> Runs => runs;

    /// <summary>Whether a tag is one: <c>O</c>, <c>_</c>, or a position and a type.</summary>
    public static bool IsTag(string tag) =>
        tag is "O" or "_" or "" || (tag.Length > 2 && tag[1] == '-' && "BIESLUMW".Contains(tag[0]) && tag[^1] != ':');

    /// <summary>Takes the tag of the next token; what is no tag counts as outside.</summary>
    public void Add(int token, string tag)
    {
        if (tag is "O" or "_" or "" || !IsTag(tag))
        {
            Break();
            return;
        }

        Add(token, tag[0], tag[2..]);
    }

    /// <param name="position">B, I, E, S, or another letter of these notations.</param>
    public void Add(int token, char position, string tagType)
    {
        if (position is 'B' or 'S' or 'U' or 'W' || first < 0 || tagType != type)
        {
            Break();
            (first, type) = (token, tagType);
        }

        last = token;
        if (position is 'E' or 'L' or 'S' or 'U' or 'W')
            Break();
    }

    /// <summary>Takes the tag of a token that goes on with what is open, whatever its type; where nothing is, it is outside.</summary>
    public void Continue(int token)
    {
        if (first >= 0)
            last = token;
    }

    /// <summary>Ends what is open, as at the end of a sentence.</summary>
    public void Break()
    {
        if (first >= 0)
            runs.Add(new TaggedRun(first, last, type));
        first = -1;
    }
}
