using System.Runtime.InteropServices;

namespace Graph.Annotations;

/// <summary>Gathers the tokens and entity brackets of one document.</summary>
internal sealed class ConlluDocument(SourceText source, ReadingLog log)
{
    private readonly TokenizedText text = new();
    private readonly CorefMentions mentions = new(source, log);
    private readonly ConlluForms forms = new();
    private readonly MiscTags tags = new(source);
    private readonly SentenceRelations relations = new(source, log);
    private readonly Dictionary<string, int> passed = new(StringComparer.Ordinal);
    private AnaphoraColumns? anaphora;
    private string multiword = "";
    private TextSpan multiwordSpan;
    private int multiwordLeft;
    private int multiwordUsed;

    public ArticleMetadata Metadata { get; set; } = new();

    public bool IsEmpty => text.Tokens.Count == 0 && Metadata.Id is null;

    /// <summary>Adds what is written as one and stands for several tokens, which follow.</summary>
    public void AddMultiword(string[] fields, int count)
    {
        multiwordSpan = text.Add(fields[1], IsFollowedBySpace(fields[9]));
        text.DropLast();
        (multiword, multiwordLeft, multiwordUsed) = (fields[1], count, 0);
    }

    public void AddToken(string[] fields, int line, ImmutableArray<string> entityFields)
    {
        if (multiwordLeft > 0)
            AddPart(fields[1]);
        else
            text.Add(fields[1], IsFollowedBySpace(fields[9]));

        forms.Add(fields);
        var token = text.Tokens.Count - 1;
        ReadFeatures(fields, new TokenRange(token, token), line, entityFields);
    }

    /// <summary>Columns that say of the token that was added last who is who.</summary>
    public void AddAnaphora(Func<string, string> getField, int line)
    {
        anaphora ??= new AnaphoraColumns(mentions, log);
        anaphora.Read(getField, new TokenRange(text.Tokens.Count - 1, text.Tokens.Count - 1), line);
    }

    /// <summary>A node without words: what is understood at this place, such as a pronoun.</summary>
    public void AddEmptyNode(string[] fields, int line, ImmutableArray<string> entityFields) =>
        ReadFeatures(fields, new TokenRange(text.Tokens.Count, text.Tokens.Count - 1), line, entityFields);

    private void ReadFeatures(string[] fields, TokenRange tokens, int line, ImmutableArray<string> entityFields)
    {
        // Of the other columns only that of morphology may hold names, in some treebanks.
        foreach (var feature in fields[5].Split('|').Where(MiscTags.IsTag))
            tags.Read(feature, tokens, line);
        foreach (var feature in fields[9].Split('|'))
        {
            if (!tags.Read(feature, tokens, line)
                && !mentions.Read(feature, tokens, line, entityFields)
                && feature is not ("_" or "")
                && !feature.StartsWith("SpaceAfter=", StringComparison.Ordinal))
                Pass(feature.IndexOf('=') is > 0 and var equals ? feature.AsSpan(0, equals) : feature);
        }
    }

    /// <summary>Counts a feature by its name, as there may be some on every token.</summary>
    private void Pass(ReadOnlySpan<char> name) =>
        CollectionsMarshal.GetValueRefOrAddDefault(passed.GetAlternateLookup<ReadOnlySpan<char>>(), name, out _)++;

    /// <summary>Takes a comment that holds relations of the sentence below it; false for any other.</summary>
    public bool ReadRelations(string comment, int line) => relations.Read(comment, line, text.Tokens.Count);

    public void EndSentence()
    {
        multiwordLeft = 0;
        forms.EndSentence();
        tags.Break();
        text.EndSentence(" ");
    }

    public void EndParagraph() => text.EndSentence("\n\n");

    public AnnotatedArticle Finish(AnnotationFile file)
    {
        text.EndSentence();
        mentions.Finish();
        foreach (var (name, count) in passed)
            log.CountPassed($"'{name}' in the last column", count);
        var found = mentions.ToMentions(text, forms);
        var article = new AnnotatedArticle(Metadata, text.ToString())
        {
            File = file,
            Mentions = found.AddRange(tags.ToMentions(text, isMain: found.IsEmpty)),
            Chains = mentions.ToChains(),
            Relations = mentions.ToRelations(),
            Sentences = text.GetSentences(),
        };
        return relations.Complete(article, text);
    }

    /// <summary>Where the parts spell the whole, each has its own letters; else each has all of them.</summary>
    private void AddPart(string form)
    {
        multiwordLeft--;
        if (string.CompareOrdinal(multiword, multiwordUsed, form, 0, form.Length) == 0)
        {
            text.AddPart(new TextSpan(multiwordSpan.Start + multiwordUsed, form.Length));
            multiwordUsed += form.Length;
        }
        else
        {
            text.AddPart(multiwordSpan);
        }
    }

    private static bool IsFollowedBySpace(string features) => !features.Split('|').Contains("SpaceAfter=No");
}
