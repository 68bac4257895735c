using Graph.Snapshots;

namespace Graph.Cli.Sessions;

/// <summary>
/// Verified answers by Verify's file convention: <c>FILE.verified.txt</c> is compared, a difference leaves <c>FILE.received.txt</c> behind,
/// a match removes it. A file has a section, under its heading, for each statement.
/// </summary>
internal sealed class SnapshotFile(string verifiedFile, string receivedFile)
{
    public const string Heading = "## ";
    private const string VerifiedMark = ".verified.";

    public static string GetReceived(string verifiedFile) => verifiedFile.Contains(VerifiedMark, StringComparison.Ordinal)
        ? verifiedFile.Replace(VerifiedMark, ".received.", StringComparison.Ordinal)
        : $"{verifiedFile}.received";

    /// <summary>Snapshots beside the query files that belong to none.</summary>
    public static IEnumerable<string> FindUnused(IEnumerable<string> paths) => paths
        .Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".")
        .Distinct(StringComparer.Ordinal)
        .SelectMany(folder => Directory.EnumerateFiles(folder, $"*{VerifiedMark}*"))
        .Where(file => file[..file.LastIndexOf(VerifiedMark, StringComparison.Ordinal)] is var queries
            && QueryFiles.IsQueryFile(queries)
            && !File.Exists(queries))
        .Order(StringComparer.Ordinal);

    /// <param name="path">The query file, for messages.</param>
    /// <param name="answer">What came out.</param>
    /// <param name="accept">What becomes the snapshot as it is.</param>
    /// <param name="isPart">Only some statements ran; the others stay as they were.</param>
    /// <param name="failed">The headings of what did not run to its end; what came of it before is no answer.</param>
    public IReadOnlyList<VerifiedCase> Verify(
        string path, string answer, Acceptance accept, bool isPart, IReadOnlyCollection<string>? failed = null)
    {
        var received = ReadSections(answer)
            .FindAll(section => failed is not { Count: > 0 } || (section.Name.Length > 0 && !failed.Contains(section.Name)));
        var verified = File.Exists(verifiedFile) ? ReadSections(File.ReadAllText(verifiedFile)) : null;
        var cases = received.Select(section => Compare(path, section, verified, accept)).ToList();
        if (!isPart && verified is not null && !accept.IsAll)
        {
            cases.AddRange(verified.Where(section => !received.Exists(other => other.Name == section.Name))
                .Select(section =>
                    new VerifiedCase(
                        path, section.Name, "this snapshot belongs to no statement; '--accept' removes it", IsFailure: false)));
        }

        Keep(received, verified ?? [], accept, isPart, hasFailed: cases.Exists(found => found.IsFailure && found.Message is not null));
        return cases;
    }

    private sealed record Section(string Name, string Text);

    private VerifiedCase Compare(string path, Section section, List<Section>? verified, Acceptance accept)
    {
        var known = verified?.Find(other => other.Name == section.Name);
        if (accept.Takes(section.Name) || known?.Text == section.Text)
            return new VerifiedCase(path, section.Name);

        var reason = known is null ? $"there is no snapshot of it in '{verifiedFile}' yet" : "the answer differs";
        return new VerifiedCase(
            path, section.Name, $"{reason}; see '{receivedFile}'\n{TextDifference.Describe(known?.Text ?? "", section.Text)}");
    }

    private void Keep(List<Section> received, List<Section> verified, Acceptance accept, bool isPart, bool hasFailed)
    {
        var accepted = received.FindAll(section => accept.Takes(section.Name));
        if (accepted.Count > 0)
            WriteChanged(accept.IsAll && !isPart ? received : Merge(accepted, verified, received), verified);
        if (hasFailed)
            WholeFile.WriteText(receivedFile, Join(isPart ? Merge(received, verified, received) : received));
        else
            File.Delete(receivedFile);
    }

    private void WriteChanged(List<Section> sections, List<Section> before)
    {
        if (Join(sections) is var text && text != Join(before))
            WholeFile.WriteText(verifiedFile, text);
    }

    private static string Join(List<Section> sections) => string.Join('\n', sections.Select(section => section.Text));

    /// <summary>What is new in place of what was there, and what was not there where the order of the answers has it.</summary>
    private static List<Section> Merge(List<Section> changed, List<Section> before, List<Section> order)
    {
        var merged = before.ConvertAll(section => changed.Find(other => other.Name == section.Name) ?? section);
        foreach (var added in changed.Where(section => !before.Exists(other => other.Name == section.Name)))
        {
            var earlier = order.TakeWhile(section => section.Name != added.Name).Select(section => section.Name).ToList();
            merged.Insert(merged.FindLastIndex(section => earlier.Contains(section.Name)) + 1, added);
        }

        return merged;
    }

    /// <summary>The parts of a text by their headings; a checkout may have changed the line ends.</summary>
    private static List<Section> ReadSections(string text)
    {
        var sections = new List<Section>();
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var start = 0;
        for (var i = 1; i <= lines.Length; i++)
        {
            if (i < lines.Length && !lines[i].StartsWith(Heading, StringComparison.Ordinal))
                continue;
            var content = string.Join('\n', lines[start..i]).TrimEnd('\n');
            sections.Add(new Section(
                lines[start].StartsWith(Heading, StringComparison.Ordinal) ? lines[start][Heading.Length..] : "", $"{content}\n"));
            start = i;
        }

        return sections;
    }
}
