package dev.heapdrift.benchmarks.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Indexes a hundred texts of fifty words in memory, commits, and searches for twenty words. */
final class LuceneWork implements Workload {

  private static final int DOCUMENTS = 100;
  private static final int WORDS = 50;
  private static final int QUERIES = 20;

  private final List<String> texts = new ArrayList<>();

  LuceneWork() {
    Random32 random = new Random32(42);
    for (int i = 0; i < DOCUMENTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < WORDS; word++) {
        text.append("word").append(random.below(2000)).append(' ');
      }
      texts.add(text.toString());
    }
  }

  @Override
  public long unit() throws IOException {
    // Merging in the calling thread: else a turn's work would run on into another's turn.
    var config =
        new IndexWriterConfig(new StandardAnalyzer()).setMergeScheduler(new SerialMergeScheduler());
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < texts.size(); i++) {
          Document document = new Document();
          document.add(new StringField("id", Integer.toString(i), Field.Store.YES));
          document.add(new TextField("text", texts.get(i), Field.Store.NO));
          writer.addDocument(document);
        }
        writer.commit();
      }
      return search(directory);
    }
  }

  private static long search(ByteBuffersDirectory directory) throws IOException {
    long hits = 0;
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (int word = 0; word < QUERIES; word++) {
        hits +=
            searcher.search(new TermQuery(new Term("text", "word" + word)), 10).scoreDocs.length;
      }
    }
    return hits;
  }
}
