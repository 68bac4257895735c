namespace Graph.Query.Parsing;

/// <summary>The comments that a language has. Blanks and comments may stand between any two tokens.</summary>
[Flags]
internal enum CommentStyles
{
    None = 0,

    /// <summary><c>// to the end of the line</c></summary>
    Slashes = 1,

    /// <summary><c>/* ... */</c>, which does not nest.</summary>
    Block = 2,

    /// <summary><c>-- to the end of the line</c></summary>
    Dashes = 4,
}
