using Graph.Fuzz.Entries;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Running;

/// <summary>Tries the inputs of one entry, by number: those that are kept first, as they are, then ones that are made of them.</summary>
internal sealed class FuzzRun(FuzzEntry entry, Watchdog watchdog)
{
    /// <summary>What reading an input of at most 64 KiB may allocate, in bytes, beside what a query may by its own limit.</summary>
    private const long MostAllocated = 1L << 30;

    public FuzzEntry Entry => entry;

    public FuzzInput Make(int seed) => entry.Make(seed);

    /// <summary>Null where all holds.</summary>
    public Finding? Try(int seed)
    {
        var input = Make(seed);
        var before = GC.GetAllocatedBytesForCurrentThread();
        watchdog.Start(entry.Name, seed, input);
        try
        {
            entry.Read(input);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            FindingException.Require(allocated < MostAllocated, () => $"allocates {allocated >> 20} MiB");
            return null;
        }
        catch (Exception exception)
        {
            return Finding.From(entry.Name, seed, exception);
        }
        finally
        {
            watchdog.Stop();
        }
    }
}
