using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// Whether a mention is a name, a description or a pronoun, by the part of speech of its head: <c>PROPN</c>, <c>NOUN</c>, <c>PRON</c>.
/// </summary>
internal sealed class ConlluForms
{
    private readonly List<Word> words = [];
    private int sentenceStart;

    public void Add(string[] fields)
    {
        var head = int.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        words.Add(new Word(fields[3], head <= 0 ? -1 : sentenceStart + head - 1, fields[7]));
    }

    public void EndSentence() => sentenceStart = words.Count;

    public MentionForm Find(TokenRange tokens)
    {
        if (tokens.IsEmpty || tokens.Last >= words.Count)
            return MentionForm.Unknown;

        var head = FindHead(tokens);
        return words[head].PartOfSpeech switch
        {
            "PROPN" => MentionForm.Name,
            "PRON" or "DET" => MentionForm.Pronoun,
            "NOUN" or "ADJ" or "NUM" or "VERB" or "ADV" => HasProperPart(tokens, head) ? MentionForm.Name : MentionForm.Description,
            _ => MentionForm.Unknown,
        };
    }

    /// <summary>The first word that hangs on none inside the mention.</summary>
    private int FindHead(TokenRange tokens)
    {
        for (var token = tokens.First; token <= tokens.Last; token++)
        {
            if (words[token].Head < tokens.First || words[token].Head > tokens.Last)
                return token;
        }

        return tokens.First;
    }

    /// <summary>In <c>fighter John Smith</c> the name is a flat part or an apposition of the noun.</summary>
    private bool HasProperPart(TokenRange tokens, int head)
    {
        for (var token = tokens.First; token <= tokens.Last; token++)
        {
            var word = words[token];
            if (word.PartOfSpeech == "PROPN" && word.Head == head
                && (word.Relation.StartsWith("flat", StringComparison.Ordinal)
                    || word.Relation.StartsWith("appos", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private readonly record struct Word(string PartOfSpeech, int Head, string Relation);
}
