namespace Graph.Annotations;

internal static class OffsetDiagnostics
{
    /// <summary>Says of a file, once, that its offsets do not count what they usually do.</summary>
    public static Diagnostic OtherCounting(SourcePlace place, OffsetCounting counting) =>
        ReadingDiagnostics.Note("GR6115", place, $"The offsets of this file fit its words as {counting}; they are read so.");

    /// <summary>The same of what they count in a text with tags.</summary>
    public static Diagnostic OtherMarkup(SourcePlace place, MarkupCounting counting) =>
        ReadingDiagnostics.Note("GR6115", place, "The offsets of this file fit its words " + counting switch
        {
            MarkupCounting.WithTags => "with the tags of the text counted",
            MarkupCounting.Decoded => "without tags, and references such as '&amp;' as one character",
            _ => "without the tags of the text",
        } + "; they are read so.");
}
