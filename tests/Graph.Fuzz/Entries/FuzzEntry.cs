using Graph.Fuzz.Inputs;
using Graph.Fuzz.Mutation;

namespace Graph.Fuzz.Entries;

/// <summary>One parser or reader, with the inputs that others are made of, and what must hold for each.</summary>
internal abstract class FuzzEntry(string name, ImmutableArray<FuzzInput> corpus)
{
    public string Name => name;

    /// <summary>Inputs that are tried as they are and that all others are made of.</summary>
    public ImmutableArray<FuzzInput> Corpus => corpus;

    /// <summary>Words of the language, to put into inputs.</summary>
    public virtual ImmutableArray<string> Words => [];

    /// <summary>What an input costs, as a multiple of what most cost; where few are tried, fewer of these are.</summary>
    public virtual int Cost => 1;

    /// <summary>The input of a number: those of the corpus first, as they are, then what is made of them.</summary>
    public virtual FuzzInput Make(int seed) => seed < Corpus.Length ? Corpus[seed] : new Mutator(Corpus, Words, seed).Make();

    /// <summary>Reads an input. Errors that the reader documents are caught here.</summary>
    /// <exception cref="FindingException">Something that must hold does not.</exception>
    public abstract void Read(FuzzInput input);
}

/// <summary>Something that must hold for each input does not hold for this.</summary>
internal sealed class FindingException(string message) : Exception(message)
{
    public static void Require(bool condition, Func<string> message)
    {
        if (!condition)
            throw new FindingException(message());
    }
}
