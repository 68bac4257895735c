namespace Graph.Cli.Terminal;

/// <summary>What a piece of text is; <see cref="Ansi"/> says how that looks.</summary>
internal enum TextStyle : byte
{
    Plain,
    Keyword,
    String,
    Number,
    Label,
    RelationType,
    Parameter,
    Comment,
    Prompt,
    Selected,
    Faint,
    Error,
    Warning,
    Note,

    /// <summary>A mention inside its sentence.</summary>
    Mark,
}

internal readonly record struct StyledSpan(TextSpan Span, TextStyle Style);
