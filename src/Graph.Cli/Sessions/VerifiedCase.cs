namespace Graph.Cli.Sessions;

/// <summary>What came of one statement.</summary>
/// <param name="Name">Of the statement, or empty for a file as a whole.</param>
/// <param name="Message">Null where it is as verified; else a sentence, and in further lines the difference.</param>
/// <param name="IsFailure">False for what is only told.</param>
internal sealed record VerifiedCase(string File, string Name, string? Message = null, bool IsFailure = true)
{
    public string Title => Name.Length == 0 ? File : $"{File}, {Name}";
}
