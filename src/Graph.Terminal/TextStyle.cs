namespace Graph.Terminal;

/// <summary>What a piece of text is; <see cref="Ansi"/> says how that looks.</summary>
public enum TextStyle : byte
{
    Plain,
    Keyword,
    String,
    Number,
    Type,
    Member,
    Parameter,
    Comment,
    Prompt,
    Selected,
    Faint,
    Error,
    Warning,
    Note,

    /// <summary>A passage that stands out of its text.</summary>
    Mark,
}

/// <summary>A part of a text that has a style; offsets in UTF-16 units, the end exclusive.</summary>
public readonly record struct StyledSpan(int Start, int End, TextStyle Style);
