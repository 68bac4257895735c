using System.Collections.Concurrent;

namespace Graph.Annotations;

/// <summary>Runs an enumeration on another thread, a little ahead of who takes its items: the same items in the same order.</summary>
internal static class ReadAhead
{
    private const int Capacity = 64;

    public static IEnumerable<T> Run<T>(IEnumerable<T> items, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var buffer = new BlockingCollection<T>(Capacity);
        var token = stop.Token;
        var producer = Task.Run(() => Produce(items, buffer, token), CancellationToken.None);
        try
        {
            foreach (var item in buffer.GetConsumingEnumerable(cancellation))
                yield return item;
            producer.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            // Who stopped taking items does not want to hear why no more of them came.
            Task.WhenAny(producer).Wait(CancellationToken.None);
        }
    }

    private static void Produce<T>(IEnumerable<T> items, BlockingCollection<T> buffer, CancellationToken cancellation)
    {
        try
        {
            foreach (var item in items)
                buffer.Add(item, cancellation);
        }
        finally
        {
            buffer.CompleteAdding();
        }
    }
}
